/** The rules, one per class; each sees the model and a report and nothing else. */
@NullMarked
package dev.lockstep.processor.validate;

import org.jspecify.annotations.NullMarked;
