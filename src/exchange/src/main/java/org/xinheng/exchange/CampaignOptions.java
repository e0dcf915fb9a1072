package org.xinheng.exchange;

import java.time.LocalDateTime;
import java.util.Optional;
import org.xinheng.exchange.identity.StudentIds;
import org.xinheng.policy.Campaign;
import org.xinheng.screening.Times;

/**
 * What a campaign is screened with that does not stand in its file.
 *
 * @param ids by which students are known, in this campaign and in the one that it is compared with
 * @param policy the id of another policy than the file names, or the path of its file
 * @param found when the results were found out about; if nobody says so, on the morning of the last day of the campaign
 * @param now what time it is; if nobody says so, when the results are found out about, and with a list of contacts what the
 *     clock says, if that is later
 */
public record CampaignOptions(
    StudentIds ids,
    Optional<String> policy,
    Optional<LocalDateTime> found,
    Optional<LocalDateTime> now) {

  public static CampaignOptions defaults() {
    return new CampaignOptions(
        StudentIds.AS_WRITTEN, Optional.empty(), Optional.empty(), Optional.empty());
  }

  public CampaignOptions withIds(StudentIds others) {
    return new CampaignOptions(others, policy, found, now);
  }

  public CampaignOptions withPolicy(String other) {
    return new CampaignOptions(ids, Optional.of(other), found, now);
  }

  public CampaignOptions withFound(LocalDateTime time) {
    return new CampaignOptions(ids, policy, Optional.of(time), now);
  }

  public CampaignOptions withNow(LocalDateTime time) {
    return new CampaignOptions(ids, policy, found, Optional.of(time));
  }

  /**
   * The times of a campaign.
   *
   * @param clock what time it is
   * @throws IllegalArgumentException if {@code now} is before the results are found out about
   */
  Times times(Campaign campaign, LocalDateTime clock) {
    LocalDateTime since = found.orElse(Times.usual(campaign).found());
    boolean asksClock = campaign.files().contacts().isPresent() && clock.isAfter(since);
    return new Times(since, now.orElse(asksClock ? clock : since));
  }
}
