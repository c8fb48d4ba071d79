/**
 * Words: tokens, sentences, questions and lexicons. {@link org.turnwise.language.Utterance#read} reads one turn's text and knows nothing else,
 * so that what it finds can never depend on what was said later.
 *
 * <p>Decisions. Tokens come from one pass over the characters (lower-cased, apostrophes kept inside words, so "don’t" and "don't" are one token);
 * a statistical tokenizer costs two hundred times as much and changes nothing that is counted here. The lexicons are short lists of our own in
 * resource files: they measure how much something is talked about, they don't understand it. They are English; text in other languages has
 * words and punctuation, but finds no topics.
 *
 * <p>Sees nothing of Turnwise but itself.
 */
@NullMarked
package org.turnwise.language;

import org.jspecify.annotations.NullMarked;
