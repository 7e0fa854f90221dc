/** Running a pipeline: the compiled pipeline, its command line, the context of a step. */
@NullMarked
package dev.lockstep.run;

import org.jspecify.annotations.NullMarked;
