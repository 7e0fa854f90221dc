package dev.lockstep.processor.read;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.Elsewhere;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.TypeRef;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** The steps of one round, in the order of the sources. */
final class OtherSteps implements Elsewhere {
  private final TypeReader types;
  private final RoundEnvironment round;

  OtherSteps(TypeReader types, RoundEnvironment round) {
    this.types = types;
    this.round = round;
  }

  @Override
  public Optional<Found> producer(TypeRef needed, PipelineDeclaration pipeline) {
    TypeElement step = types.elements().getTypeElement(ApiNames.STEP);
    Set<String> own = new HashSet<>(Set.of(pipeline.facts().binaryName()));
    pipeline.stepClasses().forEach(included -> own.add(included.facts().binaryName()));
    Set<? extends Element> steps = step == null ? Set.of() : round.getElementsAnnotatedWith(step);
    return ElementFilter.methodsIn(steps).stream()
        .filter(method -> method.getEnclosingElement() instanceof TypeElement)
        .filter(method -> !own.contains(binaryName(method)))
        .filter(method -> fits(method.getReturnType(), needed))
        .map(method -> new Found(owner(method), method.getSimpleName().toString()))
        .findFirst();
  }

  private boolean fits(TypeMirror returned, TypeRef needed) {
    return returned.getKind() != TypeKind.VOID
        && returned.getKind() != TypeKind.ERROR
        && types.types().isAssignable(types.boxed(returned), types.boxed(types.mirror(needed)));
  }

  private String binaryName(ExecutableElement method) {
    return types.elements().getBinaryName((TypeElement) method.getEnclosingElement()).toString();
  }

  private static String owner(ExecutableElement method) {
    return ClassName.get((TypeElement) method.getEnclosingElement()).simpleNames().stream()
        .collect(Collectors.joining("."));
  }
}
