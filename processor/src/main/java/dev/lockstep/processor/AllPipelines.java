package dev.lockstep.processor;

import dev.lockstep.processor.model.PipelineMention;
import dev.lockstep.processor.read.MentionReader;
import dev.lockstep.processor.read.MissingTypeException;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Reporter;
import dev.lockstep.processor.validate.NamesakeRule;
import dev.lockstep.processor.validate.Rules;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * What follows from all pipelines together: that no two have one name, and that every step belongs
 * to one. What is not compiled this time is known from the {@link PipelineIndex} of the time
 * before, so that a file that is compiled alone is judged as it is among all.
 */
final class AllPipelines {
  private final Elements elements;
  private final Filer filer;
  private final Sources sources;
  private final Reporter reporter;
  private final MentionReader reader;
  private final Set<String> pipelines = new TreeSet<>();
  private final Set<String> stepClasses = new TreeSet<>();

  AllPipelines(ProcessingEnvironment environment, Sources sources, Reporter reporter) {
    this.elements = environment.getElementUtils();
    this.filer = environment.getFiler();
    this.sources = sources;
    this.reporter = reporter;
    this.reader = new MentionReader(elements);
  }

  /** Takes a class into account that is marked as a pipeline. */
  void addPipeline(String name) {
    pipelines.add(name);
  }

  /** Takes a class into account that has steps. */
  void addStepClass(String name) {
    stepClasses.add(name);
  }

  /**
   * Reports, and writes the index; only in the last round.
   *
   * @param broken whether something is wrong, so that some pipelines may not be known
   */
  void finish(boolean broken) throws IOException {
    if (pipelines.isEmpty() && stepClasses.isEmpty()) {
      return;
    }
    Map<String, TypeElement> types = new LinkedHashMap<>();
    List<PipelineMention> mentions = new ArrayList<>();
    boolean complete = !broken;
    for (String name : pipelines) {
      TypeElement type = elements.getTypeElement(name);
      PipelineMention mention = type == null ? null : read(type);
      if (mention == null) {
        complete = false; // The compiler itself says what is missing.
      } else {
        types.put(mention.type(), type);
        mentions.add(mention);
      }
    }
    String index = OutputFiles.read(filer, PipelineIndex.FILE);
    List<PipelineMention> all = earlier(PipelineIndex.parse(index), types.keySet());
    boolean clash = reportNamesakes(mentions, types, all);
    all.addAll(mentions);
    if (complete && !clash) {
      reportOrphans(all);
      write(index, all, types.values());
    }
  }

  private @Nullable PipelineMention read(TypeElement type) {
    try {
      return reader.read(type).orElse(null);
    } catch (MissingTypeException e) {
      return null;
    }
  }

  /** The pipelines that were compiled before, and are still there. */
  private List<PipelineMention> earlier(List<PipelineMention> index, Set<String> compiled) {
    List<PipelineMention> mentions = new ArrayList<>();
    for (PipelineMention mention : index) {
      if (!compiled.contains(mention.type()) && OutputFiles.hasClass(filer, mention.type())) {
        mentions.add(mention);
      }
    }
    return mentions;
  }

  private boolean reportNamesakes(
      List<PipelineMention> mentions,
      Map<String, TypeElement> types,
      List<PipelineMention> earlier) {
    Map<String, PipelineMention> owners = new HashMap<>();
    for (PipelineMention mention : earlier) {
      owners.put(mention.name(), mention);
    }
    for (PipelineMention mention : mentions) {
      if (!sources.contain(type(types, mention))) {
        // A message needs a source to stand in.
        owners.put(mention.name(), mention);
      }
    }
    boolean clash = false;
    for (PipelineMention mention : mentions) {
      PipelineMention owner = owners.putIfAbsent(mention.name(), mention);
      if (owner != null && !owner.equals(mention)) {
        clash = true;
        TypeElement type = type(types, mention);
        TypeElement other = types.get(owner.type());
        Report report = new Report();
        report.add(
            NamesakeRule.finding(
                mention,
                MentionReader.nameLocation(type),
                owner,
                other != null && sources.contain(other)));
        reporter.print(report, type);
      }
    }
    return clash;
  }

  private static TypeElement type(Map<String, TypeElement> types, PipelineMention mention) {
    return Objects.requireNonNull(types.get(mention.type()));
  }

  private void reportOrphans(List<PipelineMention> all) {
    Set<String> included = new HashSet<>();
    for (PipelineMention mention : all) {
      included.addAll(mention.included());
    }
    for (String name : stepClasses) {
      TypeElement type = elements.getTypeElement(name);
      if (type != null
          && !pipelines.contains(name)
          && sources.contain(type)
          && !included.contains(elements.getBinaryName(type).toString())) {
        Report report = new Report();
        Rules.check(MentionReader.orphans(type), report);
        reporter.print(report);
      }
    }
  }

  private void write(
      @Nullable String index, List<PipelineMention> all, Collection<TypeElement> origins)
      throws IOException {
    String text = PipelineIndex.format(all);
    if (!text.equals(index) && (index != null || !text.isEmpty())) {
      OutputFiles.write(filer, PipelineIndex.FILE, text, origins.toArray(new Element[0]));
    }
  }
}
