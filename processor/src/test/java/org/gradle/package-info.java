/** What processors meet inside of Gradle, which is told by the names of its classes. */
package org.gradle;
