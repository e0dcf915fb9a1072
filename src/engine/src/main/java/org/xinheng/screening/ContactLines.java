package org.xinheng.screening;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.xinheng.screening.GuardedRows.Told;
import org.xinheng.screening.Summary.Cell;
import org.xinheng.screening.SuppressedCounts.Line;

/**
 * The counts of contacts and the counts of tiers: what the two tell together. Of each row the counts of contacts add up to those at
 * tiers 2 and 3, so that one table could give away what the other hides.
 */
final class ContactLines {

  private final Map<RowKey, Line> tiers;
  private final int small;

  private ContactLines(Map<RowKey, Line> tiers, int small) {
    this.tiers = tiers;
    this.small = small;
  }

  /** Hides rows of contacts, school by school, until they tell nothing beside the tiers. */
  static void guard(
      Map<RowKey, SuppressedCounts> contacts, Map<RowKey, Line> tiers, int cells, int small) {
    for (String school : GuardedRows.schools(contacts)) {
      ContactLines both = new ContactLines(GuardedRows.ofSchool(school, tiers), small);
      new GuardedRows(GuardedRows.ofSchool(school, contacts), Set.of(), cells)
          .hideWhile(both::told);
    }
  }

  private Set<Told> told(Map<RowKey, Line> lines) {
    CountEquations equations = new CountEquations(GuardedRows.telling(lines, tiers));
    Map<RowKey, int[]> ofContacts = equations.table(lines);
    Map<RowKey, int[]> ofTiers = equations.table(tiers);
    ofContacts.forEach((key, numbers) -> {
      int[] cells = Optional.ofNullable(ofTiers.get(key)).orElseThrow();
      Line line = CountEquations.line(lines, key);
      Line tier = CountEquations.line(tiers, key);
      Map<Integer, Integer> equation = new LinkedHashMap<>();
      int sum = equations.term(equation, tier, cells, Cell.T2.ordinal(), -1)
          + equations.term(equation, tier, cells, Cell.T3.ordinal(), -1);
      for (int cell = 0; cell < numbers.length; cell++) {
        sum += equations.term(equation, line, numbers, cell, 1);
      }
      equations.add(equation, sum);
    });
    Subtraction.Bounds bounds = equations.bounds();
    Set<Told> told = new LinkedHashSet<>();
    told.addAll(Told.in(Told.Table.THIS, lines, ofContacts, bounds, small));
    told.addAll(Told.in(Told.Table.OTHER, tiers, ofTiers, bounds, small));
    return told;
  }
}
