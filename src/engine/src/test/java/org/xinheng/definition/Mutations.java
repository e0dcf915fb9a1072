package org.xinheng.definition;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.definition.YamlTree.Entry;
import org.xinheng.definition.YamlTree.ListOf;
import org.xinheng.definition.YamlTree.MapOf;
import org.xinheng.definition.YamlTree.Scalar;

/** Small faults in the structure of a file: what authors delete, misspell, repeat, nest wrongly or put elsewhere. */
final class Mutations {

  private static final List<String> NUMBERS = List.of(
      "-101",
      "-100",
      "-1",
      "0",
      "0.5",
      "1",
      "1.5",
      "2",
      "3",
      "4",
      "6",
      "7",
      "12",
      "13",
      "60",
      "61",
      "99",
      "100",
      "101",
      "127",
      "128",
      "150",
      "151",
      "600",
      "601",
      "2000",
      "2001",
      "999999999",
      "9999999999");

  private static final List<String> RUNS = List.of(
      "0..2",
      "1..9",
      "3..13",
      "3..151",
      "0..2001",
      "-1..0",
      "-0.5..1.5",
      "1..",
      "..9",
      "1..2..3",
      "1-9",
      "8 .. 18");

  private static final List<String> TEXTS = List.of(
      "a",
      "A-b",
      "a b",
      "a-",
      "平静",
      "１",
      "-",
      "2+",
      "4+",
      "100+",
      "yes",
      "yes+",
      "missing+",
      "same-day+",
      "urgent+",
      "calm-4.total",
      ".total",
      "calm-4.",
      "a b.total",
      "2026-10-12",
      "2026-13-01",
      "12 October",
      "2026-1-1",
      "#2e7d4f",
      "#2E7D4F",
      "red",
      "missing.refused",
      "missing.gone",
      "missing.",
      "2*4 -");

  /** Every word of the language, so that a word which only the reader knows is found out. */
  private static final Set<String> WORDS = new TreeSet<>();

  static {
    new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.xinheng.instrument", "org.xinheng.policy")
            .stream()
            .map(type -> type.reflect())
            .filter(Class::isEnum)
            .forEach(type -> Stream.of(type.getEnumConstants()).forEach(Mutations::addWord));
  }

  private static void addWord(Object constant) {
    try {
      WORDS.add(String.valueOf(constant.getClass().getMethod("word").invoke(constant)));
    } catch (NoSuchMethodException e) {
      // A position or an identity, which no file writes.
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Mutations() {}

  /** Every fault of every part of a file, one at a time. */
  static List<Supplier<YamlTree>> all(YamlTree file) {
    List<YamlTree> parts = file.all().toList();
    Set<String> keys = keys(parts);
    List<Supplier<YamlTree>> all = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      int at = i;
      changes(parts.get(i), keys).forEach(change -> all.add(() -> file.with(at, part -> change)));
    }
    return all;
  }

  /** One to three faults at places that the generator chooses. */
  static YamlTree random(YamlTree file, Random random) {
    YamlTree mutant = file;
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      List<YamlTree> parts = mutant.all().toList();
      int at = random.nextInt(parts.size());
      List<YamlTree> changes =
          new ArrayList<>(changes(parts.get(at), keys(parts)).toList());
      changes.add(parts.get(random.nextInt(parts.size())));
      YamlTree change = changes.get(random.nextInt(changes.size()));
      mutant = mutant.with(at, part -> change);
    }
    return mutant;
  }

  private static Set<String> keys(List<YamlTree> parts) {
    return parts.stream()
        .filter(MapOf.class::isInstance)
        .flatMap(map -> ((MapOf) map).entries().stream())
        .map(Entry::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<YamlTree> changes(YamlTree part, Set<String> keys) {
    if (part instanceof Scalar scalar) {
      return ofScalar(scalar);
    }
    return part instanceof ListOf list ? ofList(list) : ofMap((MapOf) part, keys);
  }

  private static Stream<YamlTree> ofScalar(Scalar scalar) {
    Stream<YamlTree> others =
        Stream.of(NUMBERS, RUNS, TEXTS, WORDS).flatMap(words -> words.stream()).map(Scalar::plain);
    Stream<YamlTree> misspelt =
        Stream.of(swapped(scalar.value()), scalar.value() + "x", "").map(Scalar::plain);
    Stream<YamlTree> shapes = Stream.of(
        new Scalar("", false),
        new Scalar("  ", false),
        new ListOf(List.of()),
        new ListOf(List.of(scalar)),
        new ListOf(List.of(scalar, scalar)),
        new ListOf(List.of(Scalar.plain("1..2"), scalar)),
        new MapOf(List.of()),
        new MapOf(List.of(new Entry(Scalar.plain("x"), scalar))));
    return Stream.of(others, misspelt, shapes).flatMap(changed -> changed);
  }

  private static Stream<YamlTree> ofList(ListOf list) {
    List<YamlTree> changes = new ArrayList<>();
    changes.add(new ListOf(List.of()));
    changes.add(new ListOf(List.of(list)));
    changes.add(Scalar.plain("x"));
    changes.add(new MapOf(List.of()));
    for (YamlTree entry : list.entries()) {
      changes.add(entry);
      changes.add(new MapOf(List.of(new Entry(Scalar.plain("x"), entry))));
      changes.add(new ListOf(List.of(entry)));
      changes.add(new ListOf(List.of(entry, entry)));
      changes.add(
          new ListOf(Stream.concat(list.entries().stream(), Stream.of(entry)).toList()));
    }
    return changes.stream();
  }

  private static Stream<YamlTree> ofMap(MapOf map, Set<String> keys) {
    List<YamlTree> changes = new ArrayList<>();
    changes.add(new MapOf(List.of()));
    changes.add(new ListOf(List.of()));
    changes.add(new ListOf(List.of(map)));
    changes.add(new ListOf(map.entries().stream().map(Entry::value).toList()));
    changes.add(Scalar.plain("x"));
    changes.add(Scalar.plain(""));
    for (int i = 0; i < map.entries().size(); i++) {
      int at = i;
      Entry entry = map.entries().get(i);
      changes.add(edited(map, entries -> without(entries, at)));
      changes.add(edited(map, entries -> added(entries, entry)));
      List<String> names = new ArrayList<>(
          List.of(entry.name() + "x", swapped(entry.name()), "a b", "1", "-1", "128", "01", "-"));
      names.addAll(keys);
      for (String name : names) {
        changes.add(edited(
            map, entries -> replaced(entries, at, new Entry(Scalar.plain(name), entry.value()))));
      }
      changes.add(edited(
          map,
          entries ->
              replaced(entries, at, new Entry(new ListOf(List.of(entry.key())), entry.value()))));
    }
    for (String key : keys) {
      changes.add(edited(
          map, entries -> added(entries, new Entry(Scalar.plain(key), Scalar.plain("1")))));
    }
    return changes.stream();
  }

  private static MapOf edited(MapOf map, UnaryOperator<List<Entry>> edit) {
    return new MapOf(edit.apply(new ArrayList<>(map.entries())));
  }

  private static List<Entry> without(List<Entry> entries, int at) {
    entries.remove(at);
    return entries;
  }

  private static List<Entry> added(List<Entry> entries, Entry entry) {
    entries.add(entry);
    return entries;
  }

  private static List<Entry> replaced(List<Entry> entries, int at, Entry entry) {
    entries.set(at, entry);
    return entries;
  }

  /** The first two letters in the wrong order. */
  private static String swapped(String word) {
    List<String> letters =
        new ArrayList<>(word.codePoints().mapToObj(Character::toString).toList());
    if (letters.size() > 1) {
      Collections.swap(letters, 0, 1);
    }
    return String.join("", letters);
  }
}
