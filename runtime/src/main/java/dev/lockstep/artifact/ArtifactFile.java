package dev.lockstep.artifact;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One file of an artifact.
 *
 * @param name its name inside the artifact
 * @param size in bytes
 * @param sha256 of its content, in lower-case hex
 * @param path where it lies in the artifact store, or null when it travels in line
 * @param content its bytes when it travels in line, else null
 */
@SuppressWarnings("ArrayRecordComponent") // Never handed out: readers get streams.
public record ArtifactFile(
    String name, long size, String sha256, @Nullable String path, byte @Nullable [] content) {

  /** The sum stands for the content. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ArtifactFile that
        && name.equals(that.name)
        && size == that.size
        && sha256.equals(that.sha256);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(new Object[] {name, size, sha256});
  }

  @Override
  public String toString() {
    return "ArtifactFile[name=" + name + ", size=" + size + ", sha256=" + sha256 + "]";
  }
}
