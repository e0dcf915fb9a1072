package org.xinheng.definition;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.xinheng.definition.check.CampaignReferences;
import org.xinheng.definition.check.ProfileReferences;
import org.xinheng.definition.check.References;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.diagnostic.Place;

/** Checks a file of any kind. The kind is told from its first key: {@code questionnaire}, {@code battery} and so on. */
public final class Checker {

  private static final List<Subject<?>> SUBJECTS = List.of(
      new Subject<>(Kind.QUESTIONNAIRE.word(), Definitions::questionnaire, References::of),
      new Subject<>(Kind.CASES.word(), Definitions::workedCases, References::of),
      new Subject<>(Kind.NORM_SET.word(), Definitions::normSet, References::of),
      new Subject<>(Kind.BATTERY.word(), Definitions::battery, References::of),
      new Subject<>(Kind.POLICY.word(), Definitions::policy, References::none),
      new Subject<>(Kind.PROFILE.word(), Definitions::profile, ProfileReferences::of),
      new Subject<>(Kind.FORM.word(), Definitions::form, References::none),
      new Subject<>("calendar", Definitions::calendar, References::none),
      new Subject<>("campaign", Definitions::campaign, CampaignReferences::of),
      new Subject<>("columns", Definitions::columnMap, References::none),
      new Subject<>("codes", Definitions::columnMap, References::none),
      new Subject<>(
          WordingDraft.QUESTIONNAIRE,
          Checker::wording,
          (draft, places, library) -> draft.misfits(library)));

  private Checker() {}

  /**
   * What can be checked.
   *
   * @param key the first key of its files
   */
  private record Subject<T>(
      String key, Function<SourceText, Read<T>> read, CrossCheck<T> references) {

    List<Diagnostic> check(SourceText source) {
      return read.apply(source).diagnostics();
    }

    List<Diagnostic> check(SourceText source, InstrumentLibrary library) throws IOException {
      Read<T> result = read.apply(source);
      List<Diagnostic> found = new ArrayList<>(result.diagnostics());
      if (result.value().isPresent()) {
        found.addAll(references.check(result.value().get(), result.places(), library));
      }
      return Read.inFileOrder(found);
    }
  }

  /** What a file says about others. */
  private interface CrossCheck<T> {
    List<Diagnostic> check(T value, Places places, InstrumentLibrary library) throws IOException;
  }

  /** The faults of a file as far as it can be checked alone, in file order. */
  public static List<Diagnostic> check(SourceText source) {
    List<Diagnostic> found = new ArrayList<>();
    Optional<Subject<?>> subject = subject(source, found);
    return subject.isPresent() ? subject.get().check(source) : found;
  }

  /** The faults of a file, also of what it says about questionnaires of the library, in file order. */
  public static List<Diagnostic> check(SourceText source, InstrumentLibrary library)
      throws IOException {
    List<Diagnostic> found = new ArrayList<>();
    Optional<Subject<?>> subject = subject(source, found);
    return subject.isPresent() ? subject.get().check(source, library) : found;
  }

  private static Read<WordingDraft> wording(SourceText source) {
    WordingDraft draft = WordingYaml.read(source);
    return new Read<>(Optional.of(draft), new Places(source.file()), draft.faults());
  }

  private static Optional<Subject<?>> subject(SourceText source, List<Diagnostic> found) {
    return YamlDocument.root(source, found).flatMap(root -> subject(root, found));
  }

  private static Optional<Subject<?>> subject(YamlMap root, List<Diagnostic> found) {
    Optional<String> first = root.entries().stream().findFirst().map(entry -> entry.getKey());
    Optional<Subject<?>> subject = first.flatMap(Checker::subject);
    if (subject.isEmpty()) {
      found.add(unknownKind(root, first.orElse("")));
    }
    return subject;
  }

  private static Optional<Subject<?>> subject(String key) {
    return SUBJECTS.stream()
        .filter(subject -> subject.key().equals(key))
        .<Subject<?>>map(subject -> subject)
        .findFirst();
  }

  private static Diagnostic unknownKind(YamlMap root, String first) {
    Place place = first.isEmpty() ? root.place() : root.keyPlace(first);
    Diagnostic unknown = Diagnostic.error(
        "definition.kind", place, "the file starts with '%s', which names no kind of file", first);
    List<String> keys = SUBJECTS.stream().map(Subject::key).toList();
    return root.entries().stream()
        .map(entry -> entry.getKey())
        .filter(keys::contains)
        .findFirst()
        .map(later -> unknown.hint("move '%s' to the top", later))
        .orElseGet(() -> unknown.hint("start with one of: %s", String.join(", ", keys)));
  }
}
