package dev.lockstep.processor.read;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.ClassFacts;
import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.PipelineDeclaration.StepClass;
import dev.lockstep.processor.model.StepDeclaration;
import dev.lockstep.processor.model.Visibility;
import dev.lockstep.processor.report.Location;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/** Reads classes that are marked as pipelines, with everything that they refer to. */
final class PipelineReader {
  private final Scope scope;
  private final ClassReader classes;
  private final StepReader steps;

  PipelineReader(TypeReader types, Scope scope, SchemaReader schemas) {
    this.scope = scope;
    SecretFinder secrets = new SecretFinder();
    this.classes = new ClassReader(types, secrets, scope);
    this.steps = new StepReader(types, secrets, schemas, scope);
  }

  PipelineDeclaration read(TypeElement type) {
    AnnotationView annotation =
        AnnotationView.of(type, ApiNames.PIPELINE).orElseThrow(MissingTypeException::new);
    ClassFacts facts = classes.read(type);
    ClassName runner = Scope.generated(facts.type(), "Runner");
    String runnerPackage = facts.type().packageName();
    Named name = annotation.named("name");
    Named schedule = annotation.named("schedule");

    List<StepDeclaration> declared = new ArrayList<>();
    addSteps(type, declared, runnerPackage);
    List<StepClass> stepClasses = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of(facts.binaryName()));
    for (Map.Entry<TypeMirror, Location> reference : annotation.types("steps")) {
      TypeElement element = TypeReader.element(reference.getKey());
      if (element == null) {
        stepClasses.add(noClass(reference));
      } else {
        ClassFacts stepFacts = classes.read(element);
        if (seen.add(stepFacts.binaryName())) {
          int before = declared.size();
          if (stepFacts.kind() == ClassFacts.Kind.CLASS) {
            addSteps(element, declared, runnerPackage);
          }
          stepClasses.add(new StepClass(stepFacts, declared.size() - before, reference.getValue()));
        }
      }
    }
    return new PipelineDeclaration(
        facts,
        runner,
        name == null ? Names.kebab(type.getSimpleName().toString()) : name.name(),
        name == null ? facts.location() : name.location(),
        annotation.texts("secrets"),
        annotation.location("secrets"),
        stepClasses,
        declared,
        annotation.constant("cache", "DEFAULT"),
        annotation.constant("rotation", "FRESH"),
        schedule == null ? new Named("", facts.location()) : schedule,
        annotation.text("description", ""),
        scope.environment(type, runner),
        facts.location());
  }

  private void addSteps(TypeElement type, List<StepDeclaration> declared, String runnerPackage) {
    for (ExecutableElement method : StepReader.stepsOf(type)) {
      declared.add(steps.read(method, declared.size(), runnerPackage));
    }
  }

  /** A primitive type or an array has a class literal too. */
  private static StepClass noClass(Map.Entry<TypeMirror, Location> reference) {
    ClassFacts facts =
        new ClassFacts(
            ClassName.get("", reference.getKey().toString()),
            reference.getKey().toString(),
            ClassFacts.Kind.NONE,
            Visibility.PUBLIC,
            null,
            false,
            false,
            false,
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            reference.getValue());
    return new StepClass(facts, 0, reference.getValue());
  }
}
