package dev.lockstep.processor;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.Elsewhere;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Reads pipelines, schemas and flavors, reports what is wrong with them, and generates what belongs
 * to them. Each is looked at alone, with what it refers to, so that builds which compile
 * incrementally need not look at the others; {@link AggregatingProcessor} does where that is
 * needed.
 *
 * <p>What mentions a type that does not exist is kept, by name, for the next round, in which
 * another processor may have generated it. In the last round nothing is left to do: the compiler
 * itself names the missing type.
 */
@SupportedAnnotationTypes("dev.lockstep.*")
public final class LockstepProcessor extends AbstractProcessor {
  private static final String PIPELINE = "dev.lockstep.Pipeline";
  private static final String FLAVOR = "dev.lockstep.Flavor";
  private static final String SECRET_SCHEMA = "dev.lockstep.SecretSchema";

  private static final String SCHEMA = "Schema";
  private static final String RUNNER = "Runner";
  private static final String FLAVOR_CLASS = "Flavor";

  private final Set<String> waiting = new LinkedHashSet<>();
  private final VersionCheck versions = new VersionCheck();
  private final StrayReader strays = new StrayReader();
  private Sources sources;
  private GeneratedFiles files;
  private FlavorGenerator flavors;
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
    sources = new Sources(environment);
    files = new GeneratedFiles(environment.getFiler(), sources);
    reporter = new Reporter(environment.getMessager(), sources::contain);
    flavors = new FlavorGenerator(files, reporter);
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    sources.add(round);
    if (!round.processingOver()) {
      Set<String> names = new LinkedHashSet<>(waiting);
      waiting.clear();
      addAnnotated(SECRET_SCHEMA, annotations, round, names);
      addAnnotated(PIPELINE, annotations, round, names);
      addAnnotated(FLAVOR, annotations, round, names);
      Reader reader = new Reader(processingEnv, files::isTaken, sources::contain);
      Elsewhere elsewhere = reader.elsewhere(round);
      names.forEach(name -> process(name, reader, elsewhere));
      report(strays.read(annotations, round));
    }
    return false;
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

  private void process(String name, Reader reader, Elsewhere elsewhere) {
    TypeElement type = processingEnv.getElementUtils().getTypeElement(name);
    if (type == null) {
      return;
    }
    Report report = new Report();
    versions.run(processingEnv.getElementUtils(), type, report);
    reporter.print(report, type);
    try {
      if (isAnnotated(type, SECRET_SCHEMA) && !isDone(type, SCHEMA, reader)) {
        schema(type, reader);
      }
      if (isAnnotated(type, PIPELINE) && !isDone(type, RUNNER, reader)) {
        pipeline(type, reader, elsewhere);
      }
      if (isAnnotated(type, FLAVOR) && !isDone(type, FLAVOR_CLASS, reader)) {
        flavors.generate(type, reader.flavor(type));
      }
    } catch (MissingTypeException e) {
      waiting.add(name);
    } catch (FilerException e) {
      refused(type, e);
    } catch (IOException e) {
      internal(type, "cannot write what it generates for", e);
      standIn(type, reader);
    } catch (RuntimeException | StackOverflowError e) {
      internal(type, "failed on", e);
      standIn(type, reader);
    }
  }

  /** The code that uses what could not be generated compiles, so that our error stands alone. */
  private void standIn(TypeElement type, Reader reader) {
    try {
      if (isAnnotated(type, SECRET_SCHEMA)) {
        SchemaDeclaration schema = reader.schema(type);
        files.writeSource(schema.generated(), schema.type(), Skeletons.schema(schema), type);
      }
      if (isAnnotated(type, PIPELINE)) {
        PipelineDeclaration pipeline = reader.pipeline(type);
        files.writeSource(
            pipeline.runner(), pipeline.facts().type(), Skeletons.runner(pipeline), type);
      }
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Said already; or what failed is what is needed here, or the file is there.
    }
  }

  /**
   * Whether a type is the class file of an earlier compilation, which was handed over because of
   * others, and what is generated for it is there. Incremental builds delete what they want anew.
   */
  private boolean isDone(TypeElement type, String suffix, Reader reader) {
    return !sources.contain(type)
        && reader.isGenerated(type, suffix)
        && (!suffix.equals(RUNNER)
            || files.hasDescriptor(processingEnv.getElementUtils().getBinaryName(type).toString()));
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

  private void pipeline(TypeElement type, Reader reader, Elsewhere elsewhere) throws IOException {
    PipelineDeclaration pipeline = reader.pipeline(type);
    Subject subject = Subject.of(pipeline, reader.types(), elsewhere);
    Report report = new Report();
    Rules.check(subject, report);
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

  /** Eclipse's compiler does not replace a class that it finds among the class files. */
  private void refused(Element element, FilerException problem) {
    Report report = new Report();
    report.add(
        Finding.of(
                Diagnostic.GENERATED_NAME_TAKEN,
                Location.of(element),
                "The compiler refuses to write what is generated for '"
                    + element.getSimpleName()
                    + "': "
                    + problem.getMessage())
            .fix(
                "delete what an earlier compilation generated, or take its folder off the class"
                    + " path."));
    reporter.print(report, element);
  }

  /** Our own mistake, told as such: a stack trace would not help whoever reads it. */
  private void internal(Element element, String what, Throwable problem) {
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
