/** Running a pipeline: the check before it, the attempts at each step, what a step is given. */
@NullMarked
package dev.lockstep.run;

import org.jspecify.annotations.NullMarked;
