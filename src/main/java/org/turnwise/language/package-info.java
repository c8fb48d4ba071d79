/**
 * Words: tokens, sentences, questions and lexicons.
 *
 * <p>Sees nothing of Turnwise but itself.
 */
@NullMarked
package org.turnwise.language;

import org.jspecify.annotations.NullMarked;
