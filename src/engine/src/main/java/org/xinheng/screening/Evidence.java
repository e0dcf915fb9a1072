package org.xinheng.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xinheng.policy.Input;

/**
 * What is known of a student beside the answers, from whenever it is; what of it counts on a day is for {@link
 * EvidenceOnDay}.
 *
 * @param facts ratings, history, requests for help; what is not there counts as its lowest value
 * @param riskFactors all that are registered, in force or not
 * @param memberships of registered groups, in force or not
 * @param concerns all that were reported, cleared or not
 * @param contacts what somebody did about it; it says nothing of the tier
 * @param notJudged of what somebody was asked and said that they cannot judge; it counts as nothing
 */
public record Evidence(
    List<Fact> facts,
    List<RiskFactor> riskFactors,
    List<Membership> memberships,
    List<Concern> concerns,
    List<Contact> contacts,
    Set<Input> notJudged) {

  /** Nothing is known. */
  public static final Evidence NONE =
      new Evidence(List.of(), List.of(), List.of(), List.of(), List.of(), Set.of());

  public Evidence {
    facts = List.copyOf(facts);
    riskFactors = List.copyOf(riskFactors);
    memberships = List.copyOf(memberships);
    concerns = List.copyOf(concerns);
    contacts = List.copyOf(contacts);
    notJudged = Set.copyOf(notJudged);
  }

  /** The same with one more fact, which has neither date nor source. */
  public Evidence with(Input input, int value) {
    return with(Fact.undated(input, value));
  }

  /** The same with one more fact. */
  public Evidence with(Fact fact) {
    return new Evidence(
        added(facts, fact), riskFactors, memberships, concerns, contacts, notJudged);
  }

  /** The same with other risk factors. */
  public Evidence withRiskFactors(List<RiskFactor> factors) {
    return new Evidence(facts, factors, memberships, concerns, contacts, notJudged);
  }

  /** The same with one more risk factor. */
  public Evidence with(RiskFactor factor) {
    return new Evidence(
        facts, added(riskFactors, factor), memberships, concerns, contacts, notJudged);
  }

  /** The same with one more membership. */
  public Evidence with(Membership membership) {
    return new Evidence(
        facts, riskFactors, added(memberships, membership), concerns, contacts, notJudged);
  }

  /** The same with one more concern. */
  public Evidence with(Concern concern) {
    return new Evidence(
        facts, riskFactors, memberships, added(concerns, concern), contacts, notJudged);
  }

  /** The same with one more contact. */
  public Evidence with(Contact contact) {
    return new Evidence(
        facts, riskFactors, memberships, concerns, added(contacts, contact), notJudged);
  }

  /** The same, of which somebody said that they cannot judge this. */
  public Evidence withNotJudged(Input input) {
    return new Evidence(
        facts,
        riskFactors,
        memberships,
        concerns,
        contacts,
        Stream.concat(notJudged.stream(), Stream.of(input)).collect(Collectors.toSet()));
  }

  /** Whether somebody was asked for this, and gave a value or said that they cannot judge. */
  public boolean wasAsked(Input input) {
    return notJudged.contains(input) || facts.stream().anyMatch(fact -> fact.input() == input);
  }

  private static <T> List<T> added(List<T> list, T one) {
    List<T> all = new ArrayList<>(list);
    all.add(one);
    return all;
  }
}
