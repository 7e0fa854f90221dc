package dev.lockstep.processor.read;

import dev.lockstep.processor.model.Named;
import dev.lockstep.processor.model.Names;
import dev.lockstep.processor.model.PipelineMention;
import dev.lockstep.processor.model.Stray;
import dev.lockstep.processor.report.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Reads of pipelines and of classes with steps the little that concerns others. */
public final class MentionReader {
  private final Elements elements;

  public MentionReader(Elements elements) {
    this.elements = elements;
  }

  /**
   * Reads a pipeline; empty when the class is none.
   *
   * @throws MissingTypeException when it includes a class that does not exist
   */
  public Optional<PipelineMention> read(TypeElement type) {
    return AnnotationView.of(type, ApiNames.PIPELINE)
        .map(
            pipeline ->
                new PipelineMention(
                    elements.getBinaryName(type).toString(),
                    pipeline.text("name", Names.kebab(type.getSimpleName().toString())),
                    included(pipeline)));
  }

  /** Where the name of a pipeline is written, or its class when it is not. */
  public static Location nameLocation(TypeElement type) {
    return AnnotationView.of(type, ApiNames.PIPELINE)
        .map(pipeline -> pipeline.named("name"))
        .map(Named::location)
        .orElseGet(() -> Location.of(type));
  }

  /** The steps of a class that no pipeline includes. */
  public static List<Stray> orphans(TypeElement type) {
    if (UnknownAnnotations.areOn(type)) {
      return List.of(); // Perhaps it is a pipeline.
    }
    return StepReader.stepsOf(type).stream()
        // Only what overrides it can be a step.
        .filter(method -> !method.getModifiers().contains(Modifier.ABSTRACT))
        .map(
            method ->
                new Stray(
                    "@Step",
                    type.getSimpleName() + "." + method.getSimpleName(),
                    Location.of(method)))
        .toList();
  }

  private List<String> included(AnnotationView pipeline) {
    List<String> names = new ArrayList<>();
    for (Map.Entry<TypeMirror, Location> reference : pipeline.types("steps")) {
      TypeElement type = TypeReader.element(reference.getKey());
      if (type != null) {
        names.add(elements.getBinaryName(type).toString());
      }
    }
    return names;
  }
}
