package dev.lockstep.processor;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.Elsewhere;
import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.Stray;
import dev.lockstep.processor.read.Annotated;
import dev.lockstep.processor.read.ApiNames;
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
import javax.lang.model.SourceVersion;
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
public final class LockstepProcessor extends AbstractProcessor {
  private static final String SCHEMA = "Schema";
  private static final String RUNNER = "Runner";
  private static final String FLAVOR_CLASS = "Flavor";

  private final Set<String> waiting = new LinkedHashSet<>();
  private final VersionCheck versions = new VersionCheck();
  private final StrayReader strays = new StrayReader();
  private final OpenPackages packages = new OpenPackages();
  private Sources sources;
  private GeneratedFiles files;
  private Reporter reporter;

  /** For the compiler, which finds the processor by its name. */
  public LockstepProcessor() {}

  /** Said here and not by an annotation on the class, which the JDK would read by a proxy. */
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.lockstep.*");
  }

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
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    sources.add(round);
    if (!round.processingOver()) {
      Set<String> names = new LinkedHashSet<>(waiting);
      waiting.clear();
      Annotated annotated = new Annotated(annotations, round);
      addTypes(annotated.with(ApiNames.SECRET_SCHEMA), names);
      addTypes(annotated.with(ApiNames.PIPELINE), names);
      addTypes(annotated.with(ApiNames.FLAVOR), names);
      Reader reader = new Reader(processingEnv, files::isTaken, sources::contain);
      Elsewhere elsewhere = reader.elsewhere(round);
      for (String name : names) {
        process(name, reader, elsewhere);
      }
      report(strays.read(annotated));
    } else if (!round.errorRaised()) {
      packages.finish(processingEnv.getElementUtils(), reporter);
    }
    return false;
  }

  private void report(List<Stray> found) {
    Report report = new Report();
    Rules.check(found, report);
    reporter.print(report);
  }

  private static void addTypes(List<Element> elements, Set<String> names) {
    for (TypeElement element : ElementFilter.typesIn(elements)) {
      names.add(element.getQualifiedName().toString());
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
      if (Annotated.isOn(type, ApiNames.SECRET_SCHEMA) && !isDone(type, SCHEMA, reader)) {
        schema(type, reader);
      }
      if (Annotated.isOn(type, ApiNames.PIPELINE) && !isDone(type, RUNNER, reader)) {
        pipeline(type, reader, elsewhere);
      }
      if (Annotated.isOn(type, ApiNames.FLAVOR) && !isDone(type, FLAVOR_CLASS, reader)) {
        new FlavorGenerator(files, reporter).generate(type, reader.flavor(type));
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
      if (Annotated.isOn(type, ApiNames.SECRET_SCHEMA)) {
        SchemaDeclaration schema = reader.schema(type);
        files.writeSource(schema.generated(), schema.type(), Skeletons.schema(schema), type);
      }
      if (Annotated.isOn(type, ApiNames.PIPELINE)) {
        PipelineDeclaration pipeline = reader.pipeline(type);
        files.writeSource(
            pipeline.runner(), pipeline.facts().type(), Skeletons.runner(pipeline), type);
      }
      if (Annotated.isOn(type, ApiNames.FLAVOR)) {
        FlavorDeclaration flavor = reader.flavor(type);
        files.writeSource(
            flavor.generated(), flavor.facts().type(), Skeletons.flavor(flavor), type);
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
    packages.add(pipeline, subject.wiring().takenApart());
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
