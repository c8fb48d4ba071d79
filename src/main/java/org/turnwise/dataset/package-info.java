/**
 * Labeled datasets for whoever takes them further: export, manifest, and the check that reads every export back.
 *
 * <p>Decisions. An export is written beside its place, read back with the same readers that imports use, compared with what the workspace says call
 * by call, and only then moved there; a file that is there is therefore whole. Labels, outcomes and overlaid sides are taken once at the start, so
 * work that goes on meanwhile neither gets in by half nor fails the check. Where work on a call stands (submitted, skipped, flagged) is not exported.
 * The same workspace gives the same bytes; what may differ (the time) stands in the manifest.
 *
 * <p>Sees {@code call}, {@code intake} (to write and read back conversation JSONL), {@code annotation}, {@code reward}, {@code scoring} and {@code task}.
 */
@NullMarked
package org.turnwise.dataset;

import org.jspecify.annotations.NullMarked;
