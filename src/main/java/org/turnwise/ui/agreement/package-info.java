/**
 * The screen where second readings meet: how far people agree, what they differ on, bundles out and in. Sees features, {@code ui.command} and
 * {@code ui.common}.
 */
@NullMarked
package org.turnwise.ui.agreement;

import org.jspecify.annotations.NullMarked;
