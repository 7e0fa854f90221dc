/** Steps that tests include from class files. */
package dev.lockstep.processor.foreign;
