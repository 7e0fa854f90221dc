/**
 * For tests of pipelines: a stack in memory, a JUnit 5 extension that gives one to each test, and
 * assertions that no secret leaked.
 */
@NullMarked
package dev.lockstep.testing;

import org.jspecify.annotations.NullMarked;
