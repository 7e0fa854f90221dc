/** What messages to people are made of: lists of names, suggestions, texts read as values. */
@NullMarked
package dev.lockstep.text;

import org.jspecify.annotations.NullMarked;
