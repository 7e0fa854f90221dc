package dev.lockstep.processor;

import dev.lockstep.processor.model.PipelineMention;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The pipelines of a module with their names and the classes that they include, kept beside the
 * class files: a compilation of one file can tell by it what the others hold.
 *
 * <p>One line for each: {@code shop.Churn churn shop.Reports shop.Checks}.
 */
final class PipelineIndex {
  /** Where it lies. */
  static final String FILE = OutputFiles.FOLDER + "pipelines";

  private PipelineIndex() {}

  /** What an earlier compilation left, which may be nothing. */
  static List<PipelineMention> parse(@Nullable String text) {
    List<PipelineMention> mentions = new ArrayList<>();
    if (text != null) {
      for (String line : text.lines().toList()) {
        List<String> words = List.of(line.split(" ", -1));
        if (words.size() >= 2) {
          mentions.add(
              new PipelineMention(words.get(0), words.get(1), words.subList(2, words.size())));
        }
      }
    }
    return mentions;
  }

  /** The content of the file; the same for the same pipelines, in whatever order they came. */
  static String format(Collection<PipelineMention> mentions) {
    TreeSet<String> lines = new TreeSet<>();
    for (PipelineMention mention : mentions) {
      List<String> words = new ArrayList<>(List.of(mention.type(), mention.name()));
      words.addAll(mention.included());
      lines.add(String.join(" ", words) + "\n");
    }
    return String.join("", lines);
  }
}
