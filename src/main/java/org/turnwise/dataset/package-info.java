/**
 * Labeled datasets for whoever takes them further: export, manifest, and the check that reads every export back.
 *
 * <p>Sees {@code call}, {@code intake} (to read back), {@code annotation}, {@code reward}, {@code scoring} and {@code task}.
 */
@NullMarked
package org.turnwise.dataset;

import org.jspecify.annotations.NullMarked;
