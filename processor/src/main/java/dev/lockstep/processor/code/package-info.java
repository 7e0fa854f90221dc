/**
 * Java source as values: what is generated is put together here and written once, at the end.
 *
 * <p>It has the part of JavaPoet's interface that is used, under the same names. JavaPoet's own
 * writing was a quarter of the processor's time: it writes every file twice, the first time to see
 * what to import, and splits every piece of text by a regular expression.
 */
@NullMarked
package dev.lockstep.processor.code;

import org.jspecify.annotations.NullMarked;
