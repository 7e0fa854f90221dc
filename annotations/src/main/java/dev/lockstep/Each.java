package dev.lockstep;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a step's parameter as one element of a list that another step returns: the step runs once
 * per element, and what it returns is collected into a list in the same order.
 *
 * <p>This version's processor refuses it with an error: the engine does not map steps over lists
 * yet.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Each {}
