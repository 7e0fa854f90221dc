package clash;

/** A library on an application's class path; an integration brings another edition of it. */
public final class Library {
  private Library() {}

  public static String edition() {
    return "the application's";
  }
}
