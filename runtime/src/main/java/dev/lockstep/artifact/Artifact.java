package dev.lockstep.artifact;

import java.util.List;

/**
 * What a step left, as later steps and later runs refer to it.
 *
 * @param output the output's name: {@code step}, or {@code step.component}
 * @param files its files, in the order in which they were written
 */
public record Artifact(String output, List<ArtifactFile> files) {
  public Artifact {
    files = List.copyOf(files);
  }

  /** The size of all files, in bytes. */
  public long size() {
    long size = 0;
    for (ArtifactFile file : files) {
      size += file.size();
    }
    return size;
  }
}
