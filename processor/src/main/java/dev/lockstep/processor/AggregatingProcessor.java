package dev.lockstep.processor;

import dev.lockstep.processor.model.PipelineMention;
import dev.lockstep.processor.read.MentionReader;
import dev.lockstep.processor.read.MissingTypeException;
import dev.lockstep.processor.report.Diagnostic;
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
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Checks what takes several files to see: that no two pipelines have one name, and that every step
 * belongs to a pipeline. What is not compiled this time is known from the {@link PipelineIndex} of
 * the time before, so that a file that is compiled alone is judged as it is among all.
 */
@SupportedAnnotationTypes({AggregatingProcessor.PIPELINE, AggregatingProcessor.STEP})
public final class AggregatingProcessor extends AbstractProcessor {
  static final String PIPELINE = "dev.lockstep.Pipeline";
  static final String STEP = "dev.lockstep.Step";

  private final Set<String> pipelines = new TreeSet<>();
  private final Set<String> stepClasses = new TreeSet<>();
  private Sources sources;
  private MentionReader reader;

  /** For the compiler, which finds the processor by its name. */
  public AggregatingProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    sources = new Sources(environment);
    reader = new MentionReader(environment.getElementUtils());
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    sources.add(round);
    for (TypeElement annotation : annotations) {
      boolean marksPipelines = annotation.getQualifiedName().contentEquals(PIPELINE);
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        Element type = marksPipelines ? element : element.getEnclosingElement();
        if (type instanceof TypeElement declared) {
          (marksPipelines ? pipelines : stepClasses).add(declared.getQualifiedName().toString());
        }
      }
    }
    if (round.processingOver() && !(pipelines.isEmpty() && stepClasses.isEmpty())) {
      finish(round.errorRaised());
    }
    return false;
  }

  private void finish(boolean broken) {
    Map<String, TypeElement> types = new LinkedHashMap<>();
    List<PipelineMention> mentions = new ArrayList<>();
    boolean complete = !broken;
    for (String name : pipelines) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      PipelineMention mention = type == null ? null : read(type);
      if (mention == null) {
        complete = false; // The compiler itself says what is missing.
      } else {
        types.put(mention.type(), type);
        mentions.add(mention);
      }
    }
    Reporter reporter = new Reporter(processingEnv.getMessager(), sources::contain);
    String index = Outputs.read(processingEnv.getFiler(), PipelineIndex.FILE);
    List<PipelineMention> all = earlier(PipelineIndex.parse(index), types.keySet());
    boolean clash = reportNamesakes(mentions, types, all, reporter);
    all.addAll(mentions);
    if (complete && !clash) {
      reportOrphans(all, reporter);
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
      if (!compiled.contains(mention.type())
          && Outputs.hasClass(processingEnv.getFiler(), mention.type())) {
        mentions.add(mention);
      }
    }
    return mentions;
  }

  private boolean reportNamesakes(
      List<PipelineMention> mentions,
      Map<String, TypeElement> types,
      List<PipelineMention> earlier,
      Reporter reporter) {
    Map<String, PipelineMention> owners = new HashMap<>();
    earlier.forEach(mention -> owners.put(mention.name(), mention));
    // A message needs a source to stand in.
    mentions.stream()
        .filter(mention -> !sources.contain(type(types, mention)))
        .forEach(mention -> owners.put(mention.name(), mention));
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

  private void reportOrphans(List<PipelineMention> all, Reporter reporter) {
    Set<String> included = new HashSet<>();
    all.forEach(mention -> included.addAll(mention.included()));
    Elements elements = processingEnv.getElementUtils();
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
      @Nullable String index, List<PipelineMention> all, Collection<TypeElement> origins) {
    String text = PipelineIndex.format(all);
    if (text.equals(index) || (index == null && text.isEmpty())) {
      return;
    }
    try {
      Outputs.write(
          processingEnv.getFiler(), PipelineIndex.FILE, text, origins.toArray(Element[]::new));
    } catch (IOException e) {
      processingEnv
          .getMessager()
          .printMessage(
              Kind.ERROR,
              "[%s] The processor cannot write %s: %s."
                  .formatted(Diagnostic.INTERNAL.id(), PipelineIndex.FILE, e));
    }
  }
}
