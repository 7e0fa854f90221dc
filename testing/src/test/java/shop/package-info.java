/** Pipelines as users write them, tested as users would test them. */
@NullMarked
package shop;

import org.jspecify.annotations.NullMarked;
