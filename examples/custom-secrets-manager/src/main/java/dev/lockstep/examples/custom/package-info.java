/** A secrets manager that a user wrote, and a pipeline that reads from it. */
@NullMarked
package dev.lockstep.examples.custom;

import org.jspecify.annotations.NullMarked;
