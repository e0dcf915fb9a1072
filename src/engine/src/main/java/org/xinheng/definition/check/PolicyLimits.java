package org.xinheng.definition.check;

import static org.xinheng.diagnostic.Diagnostic.error;

import java.util.ArrayList;
import java.util.List;
import org.xinheng.definition.Places;
import org.xinheng.diagnostic.Diagnostic;
import org.xinheng.policy.TierPolicy;
import org.xinheng.policy.Workflow;

/** A case is not closed on one score; outsiders see no smaller cells than the school; a share is a share of some. */
final class PolicyLimits implements Rule<TierPolicy> {

  @Override
  public List<Diagnostic> check(TierPolicy policy, Places places) {
    List<Diagnostic> found = new ArrayList<>();
    if (policy.workflow().checksToClose() < Workflow.FEWEST_CHECKS) {
      found.add(error(
              "policy.closes-on-one-score",
              places.of(policy.workflow(), "checks-to-close"),
              "a case could be closed after %d checks",
              policy.workflow().checksToClose())
          .hint("ask for %d at least", Workflow.FEWEST_CHECKS));
    }
    if (places.isSound(policy) && policy.suppressBelowOutside() < policy.suppressBelow()) {
      found.add(error(
              "policy.suppression-order",
              places.of(policy, "suppress-below"),
              "cells below %d are hidden in the school, and below %d outside, where fewer may know",
              policy.suppressBelow(),
              policy.suppressBelowOutside())
          .hint("let 'suppress-below-outside' be as high at least"));
    }
    policy
        .overFlag()
        .filter(places::isSound)
        .filter(notice -> notice.share().signum() == 0 || notice.share().intValue() == 1)
        .ifPresent(notice -> found.add(error(
                "policy.over-flag-share",
                places.of(notice, "share"),
                "a share of %s says nothing: it is exceeded %s",
                notice.share().toPlainString(),
                notice.share().signum() == 0 ? "by anybody" : "by nobody")
            .hint("write a share between 0 and 1, such as 0.2")));
    return found;
  }
}
