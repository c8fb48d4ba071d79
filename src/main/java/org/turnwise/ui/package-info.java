/**
 * The window. A package a screen, each with an FXML, a view that binds, and a view model that can be tested without a toolkit; shell, command and
 * common are shared, screens don't see each other.
 */
@NullMarked
package org.turnwise.ui;

import org.jspecify.annotations.NullMarked;
