package dev.lockstep.processor;

import com.google.auto.service.AutoService;
import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.Stray;
import dev.lockstep.processor.read.MissingTypeException;
import dev.lockstep.processor.read.Reader;
import dev.lockstep.processor.read.StrayReader;
import dev.lockstep.processor.report.Diagnostic;
import dev.lockstep.processor.report.Finding;
import dev.lockstep.processor.report.Location;
import dev.lockstep.processor.report.Report;
import dev.lockstep.processor.report.Reporter;
import dev.lockstep.processor.validate.Rules;
import dev.lockstep.processor.validate.Subject;
import dev.lockstep.processor.wire.Planner;
import dev.lockstep.processor.write.DescriptorWriter;
import dev.lockstep.processor.write.RunnerWriter;
import dev.lockstep.processor.write.SchemaWriter;
import dev.lockstep.processor.write.Skeletons;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Reads pipelines and schemas, reports what is wrong with them, and generates runners, schemas and
 * descriptors.
 *
 * <p>What mentions a type that does not exist is kept, by name, for the next round, in which
 * another processor may have generated it. In the last round nothing is left to do: the compiler
 * itself names the missing type.
 */
@AutoService(Processor.class)
@SupportedAnnotationTypes({"dev.lockstep.*", LockstepProcessor.GENERATED})
public final class LockstepProcessor extends AbstractProcessor {
  /** On what we generate: javac wants it to be claimed by somebody, too. */
  static final String GENERATED = "javax.annotation.processing.Generated";

  private static final String PIPELINE = "dev.lockstep.Pipeline";
  private static final String SECRET_SCHEMA = "dev.lockstep.SecretSchema";

  private final Set<String> waiting = new LinkedHashSet<>();
  private final Set<String> included = new HashSet<>();
  private final Map<String, String> pipelineNames = new HashMap<>();
  private StrayReader strays;
  private GeneratedFiles files;
  private Reporter reporter;

  /** For the compiler, which finds the processor by its name. */
  public LockstepProcessor() {}

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    files = new GeneratedFiles(environment.getFiler());
    strays = new StrayReader(environment.getElementUtils());
    reporter = new Reporter(environment.getMessager(), files::hasSource);
  }

  /**
   * Processes one round. Our annotations are claimed, because otherwise {@code -Xlint:processing}
   * warns that nobody did, which {@code -Werror} makes an error.
   */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // Nobody else processes them.
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ElementFilter.typesIn(round.getRootElements()).forEach(files::addSource);
    if (round.processingOver()) {
      reportOrphans();
      return true;
    }
    Set<String> names = new LinkedHashSet<>(waiting);
    waiting.clear();
    addAnnotated(SECRET_SCHEMA, annotations, round, names);
    addAnnotated(PIPELINE, annotations, round, names);
    Reader reader = new Reader(processingEnv, files::isTaken, files::hasSource);
    names.forEach(name -> process(name, reader));
    report(strays.read(annotations, round));
    return true;
  }

  /** Only when everything was read is it known which classes no pipeline includes. */
  private void reportOrphans() {
    if (waiting.isEmpty() && !reporter.hasErrors()) {
      report(strays.orphans(included));
    }
  }

  private void report(List<Stray> found) {
    Report report = new Report();
    Rules.check(found, report);
    reporter.print(report);
  }

  private static void addAnnotated(
      String annotation,
      Set<? extends TypeElement> present,
      RoundEnvironment round,
      Set<String> names) {
    for (TypeElement type : present) {
      if (type.getQualifiedName().contentEquals(annotation)) {
        for (TypeElement element : ElementFilter.typesIn(round.getElementsAnnotatedWith(type))) {
          names.add(element.getQualifiedName().toString());
        }
      }
    }
  }

  private void process(String name, Reader reader) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
    if (type == null) {
      return;
    }
    try {
      if (isAnnotated(type, SECRET_SCHEMA)) {
        schema(type, reader);
      }
      if (isAnnotated(type, PIPELINE)) {
        pipeline(type, reader);
      }
    } catch (MissingTypeException e) {
      waiting.add(name);
    } catch (IOException e) {
      internal(type, "cannot write what it generates for", e);
    } catch (RuntimeException e) {
      internal(type, "failed on", e);
    }
  }

  private static boolean isAnnotated(TypeElement type, String annotation) {
    for (AnnotationMirror mirror : type.getAnnotationMirrors()) {
      if (mirror.getAnnotationType().asElement() instanceof TypeElement declared
          && declared.getQualifiedName().contentEquals(annotation)) {
        return true;
      }
    }
    return false;
  }

  private void schema(TypeElement type, Reader reader) throws IOException {
    SchemaDeclaration schema = reader.schema(type);
    Report report = new Report();
    Rules.check(schema, report);
    reporter.print(report, type);
    if (schema.environment().generatedNameTaken()) {
      return;
    }
    String text = report.hasErrors() ? Skeletons.schema(schema) : SchemaWriter.write(schema);
    files.writeSource(schema.generated(), schema.type(), text, type);
  }

  private void pipeline(TypeElement type, Reader reader) throws IOException {
    PipelineDeclaration pipeline = reader.pipeline(type);
    pipeline.stepClasses().forEach(used -> included.add(used.facts().binaryName()));
    Subject subject = Subject.of(pipeline, reader.types());
    Report report = new Report();
    Rules.check(subject, report);
    String binaryName = pipeline.facts().binaryName();
    String namesake = pipelineNames.putIfAbsent(pipeline.name(), binaryName);
    if (namesake != null && !namesake.equals(binaryName)) {
      Rules.reportNamesake(pipeline, namesake, report);
    }
    reporter.print(report, type);
    if (pipeline.environment().generatedNameTaken()) {
      return;
    }
    ClassName origin = pipeline.facts().type();
    Optional<List<StepDeclaration>> order = subject.graph().order();
    if (report.hasErrors() || order.isEmpty()) {
      files.writeSource(pipeline.runner(), origin, Skeletons.runner(pipeline), type);
      return;
    }
    var plan = Planner.plan(pipeline, subject.wiring(), order.get());
    files.writeSource(pipeline.runner(), origin, RunnerWriter.write(plan), type);
    files.writeDescriptor(pipeline.facts().binaryName(), DescriptorWriter.write(plan), type);
  }

  /** Our own mistake, told as such: a stack trace would not help whoever reads it. */
  private void internal(Element element, String what, Exception problem) {
    StackTraceElement[] trace = problem.getStackTrace();
    Report report = new Report();
    report.add(
        Finding.of(
                Diagnostic.INTERNAL,
                Location.of(element),
                "The processor " + what + " '" + element.getSimpleName() + "': " + problem + ".")
            .fact(trace.length == 0 ? "" : "At " + trace[0] + ".")
            .fix(
                "report it with the source of '"
                    + element.getSimpleName()
                    + "'; correcting other errors may avoid it."));
    reporter.print(report, element);
  }
}
