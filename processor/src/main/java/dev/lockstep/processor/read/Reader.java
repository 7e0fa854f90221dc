package dev.lockstep.processor.read;

import com.squareup.javapoet.ClassName;
import dev.lockstep.processor.model.Elsewhere;
import dev.lockstep.processor.model.FlavorDeclaration;
import dev.lockstep.processor.model.PipelineDeclaration;
import dev.lockstep.processor.model.SchemaDeclaration;
import dev.lockstep.processor.model.TypeSystem;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Reads what is compiled into the model. Lives for one round: what a compiler says of an element
 * may change with the next.
 */
public final class Reader {
  private final TypeReader types;
  private final SchemaReader schemas;
  private final PipelineReader pipelines;
  private final FlavorReader flavors;

  /**
   * Creates a reader.
   *
   * @param isTaken whether a generated class, named first, for a type, named second, would meet
   *     another class of its name
   * @param hasSource whether an element is compiled and not read from a class file
   */
  public Reader(
      ProcessingEnvironment environment,
      BiPredicate<ClassName, ClassName> isTaken,
      Predicate<Element> hasSource) {
    this.types = new TypeReader(environment.getTypeUtils(), environment.getElementUtils());
    Scope scope = new Scope(environment.getElementUtils(), isTaken, hasSource);
    this.schemas = new SchemaReader(this.types, scope);
    this.pipelines = new PipelineReader(this.types, scope, schemas);
    this.flavors = new FlavorReader(this.types, scope);
  }

  /**
   * Reads an interface, or whatever carries the annotation.
   *
   * @throws MissingTypeException when it mentions a type that does not exist
   */
  public SchemaDeclaration schema(TypeElement type) {
    return schemas.read(type);
  }

  /**
   * Reads a class, or whatever carries the annotation.
   *
   * @throws MissingTypeException when it mentions a type that does not exist
   */
  public PipelineDeclaration pipeline(TypeElement type) {
    return pipelines.read(type);
  }

  /**
   * Reads a class, or whatever carries the annotation.
   *
   * @throws MissingTypeException when it mentions a type that does not exist
   */
  public FlavorDeclaration flavor(TypeElement type) {
    return flavors.read(type);
  }

  /** The steps of a round, for messages. */
  public Elsewhere elsewhere(RoundEnvironment round) {
    return new OtherSteps(types, round);
  }

  /** Whether the class that is generated for a type is there, from an earlier compilation. */
  public boolean isGenerated(TypeElement type, String suffix) {
    String name = Scope.generated(ClassName.get(type), suffix).canonicalName();
    return types.elements().getTypeElement(name) != null;
  }

  public TypeSystem types() {
    return types;
  }
}
