/**
 * Bundles: files by which people who have no server work together. Everybody writes what they know to one file, sends it however they like, and takes in
 * the files of others, in any order and as often as they please.
 *
 * <p>Decisions. A bundle is a ZIP of a manifest and a few parts, each with its SHA-256; it always holds every edit its writer knows, so that nothing is
 * ever missing between two bundles. It may be anything by the time it arrives: sizes, counts and names are bounded, everything in it is checked before
 * anything is stored, and nothing is unpacked to disk. Labels land on calls by id, so a bundle whose call of the same id says something else is refused.
 *
 * <p>Sees {@code call}, {@code annotation}, {@code reward}, {@code intake} and {@code task}.
 */
@NullMarked
package org.turnwise.exchange;

import org.jspecify.annotations.NullMarked;
