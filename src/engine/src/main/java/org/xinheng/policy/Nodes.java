package org.xinheng.policy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be done at the nodes of the school year, and for whom.
 *
 * @param longHolidayDays a holiday of so many days is long
 * @param contacts by node; a node that is not there asks for nothing
 */
public record Nodes(int longHolidayDays, Map<Node, Contact> contacts) {

  /** Two weeks. */
  public static final int USUAL_LONG_HOLIDAY_DAYS = 14;

  /** Nothing is asked for. */
  public static final Nodes NONE = new Nodes(USUAL_LONG_HOLIDAY_DAYS, Map.of());

  public Nodes {
    Map<Node, Contact> copy = new EnumMap<>(Node.class);
    copy.putAll(contacts);
    contacts = Collections.unmodifiableMap(copy);
  }

  /**
   * What is done at a node.
   *
   * @param of for whom: students of these tiers, or of the registry
   * @param step what is done
   * @param days within how many, or, in a holiday, every how many
   */
  public record Contact(List<Occasion> of, Step step, int days) {

    public Contact {
      of = List.copyOf(of);
      if (!(days >= 1)) {
        throw new IllegalArgumentException("days must be 1 or more: " + days);
      }
    }
  }

  /** What is done at a node, if anything is. */
  public Optional<Contact> at(Node node) {
    return Optional.ofNullable(contacts.get(node));
  }
}
