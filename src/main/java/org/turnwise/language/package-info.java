/**
 * Words: tokens, sentences, questions and lexicons, and which language a call is in. {@link org.turnwise.language.Utterance#read} reads one turn's text
 * and knows nothing else, so that what it finds can never depend on what was said later. What texts mean stands in {@code language.embedding}.
 *
 * <p>Decisions, with what was measured on 16,900 turns of real conversations (relative to each other):
 * <ul>
 * <li>Tokens come from one pass over the characters: lower-cased, with apostrophes, hyphens and initials kept inside words, so that "don’t" and "don't"
 * are one token. All of {@code Utterance.read} takes about 5 µs a turn. OpenNLP's statistical tokenizer alone takes ten times that, and its simple one
 * cuts "don't" into three and "1,200.50" into five, which the lexicons and counts here would only have to put together again.
 * <li>Sentences end where the same pass says so; where a point may belong to a shortened word, OpenNLP's English sentence model is asked, about such
 * points only. Used alone, the model splits "what does dr. smith think", "e.g. Excel" and "at 3 p.m. on Friday", and doesn't split "Great.Thanks".
 * <li>The lexicons are short English lists of our own in resource files: they measure how much something is talked about, they don't understand it. They
 * are matched on whole tokens, the longest phrase first, and what a phrase covers is not counted again. Text in other languages has words and
 * punctuation, but finds no topics; {@link org.turnwise.language.CallLanguage} tells when that is so. It is asked of calls and not of turns, which are too
 * short; it named English for all of 1,850 English calls, and gives no answer under 60 letters.
 * </ul>
 *
 * <p>The models are Apache OpenNLP's, out of jars on our own class path.
 *
 * <p>Sees nothing of Turnwise but itself; {@code language.embedding} also sees {@code task}.
 */
@NullMarked
package org.turnwise.language;

import org.jspecify.annotations.NullMarked;
