package dev.lockstep.processor;

import dev.lockstep.processor.read.Annotated;
import dev.lockstep.processor.read.ApiNames;
import dev.lockstep.processor.read.MissingTypeException;
import dev.lockstep.processor.read.OptionStrays;
import dev.lockstep.processor.read.Reader;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Reporter;
import dev.lockstep.processor.validate.Rules;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;

/**
 * Checks and writes what takes several files to see. It gathers names in every round, and does its
 * work in the last one, in which nothing is added any more.
 */
public final class AggregatingProcessor extends AbstractProcessor {
  private static final List<String> ANNOTATIONS =
      List.of(ApiNames.PIPELINE, ApiNames.STEP, ApiNames.FLAVOR, ApiNames.PARAM);

  private final Set<String> flavors = new TreeSet<>();

  /** Records with components that say more about options. */
  private final Set<String> configurations = new TreeSet<>();

  private Sources sources;
  private Reporter reporter;
  private AllPipelines pipelines;

  /** For the compiler, which finds the processor by its name. */
  public AggregatingProcessor() {}

  /** Said here and not by an annotation on the class, which the JDK would read by a proxy. */
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.copyOf(ANNOTATIONS);
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    sources = new Sources(environment);
    reporter = new Reporter(environment.getMessager(), sources::contain);
    pipelines = new AllPipelines(environment, sources, reporter);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    sources.add(round);
    Annotated annotated = new Annotated(annotations, round);
    for (String annotation : ANNOTATIONS) {
      for (Element element : annotated.with(annotation)) {
        add(annotation, element);
      }
    }
    if (round.processingOver()) {
      finish(round.errorRaised());
    }
    return false;
  }

  private void add(String annotation, Element element) {
    boolean onType = annotation.equals(ApiNames.PIPELINE) || annotation.equals(ApiNames.FLAVOR);
    if ((onType ? element : element.getEnclosingElement()) instanceof TypeElement type) {
      String name = type.getQualifiedName().toString();
      switch (annotation) {
        case ApiNames.PIPELINE -> pipelines.addPipeline(name);
        case ApiNames.FLAVOR -> flavors.add(name);
        case ApiNames.STEP -> pipelines.addStepClass(name);
        default -> configurations.add(name);
      }
    }
  }

  private void finish(boolean broken) {
    String file = PipelineIndex.FILE;
    try {
      pipelines.finish(broken);
      file = FlavorServices.PATH;
      finishFlavors(broken);
    } catch (IOException | RuntimeException e) {
      processingEnv
          .getMessager()
          .printMessage(
              Kind.ERROR,
              "["
                  + Diagnostic.INTERNAL.id()
                  + "] The processor cannot write "
                  + file
                  + ": "
                  + e
                  + ".\n  Fix: make the folder of class files writable and compile everything again;"
                  + " report it if that does not help.");
    }
  }

  private void finishFlavors(boolean broken) throws IOException {
    Report report = new Report();
    if (!configurations.isEmpty()) {
      OptionStrays strays = new OptionStrays(processingEnv.getElementUtils(), flavors);
      for (String name : configurations) {
        Rules.check(strays.find(name), report);
      }
      reporter.print(report);
    }
    if (flavors.isEmpty()
        && OutputFiles.read(processingEnv.getFiler(), FlavorServices.PATH) == null) {
      return;
    }
    FlavorServices services = new FlavorServices(processingEnv, reporter);
    boolean complete = addFlavors(services);
    if (complete && !broken && !report.hasErrors()) {
      services.finish();
    }
  }

  /** Whether all flavors are known: the compiler itself says which type is missing. */
  private boolean addFlavors(FlavorServices services) {
    if (flavors.isEmpty()) {
      return true;
    }
    boolean complete = true;
    Reader reader = new Reader(processingEnv, (generated, origin) -> false, sources::contain);
    for (String name : flavors) {
      TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
      try {
        if (type == null) {
          complete = false;
        } else {
          services.add(type, reader.flavor(type));
        }
      } catch (MissingTypeException e) {
        complete = false;
      }
    }
    return complete;
  }
}
