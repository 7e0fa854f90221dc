/** What an application may have on its class path beside an integration's jars. */
@NullMarked
package clash;

import org.jspecify.annotations.NullMarked;
