/**
 * What a screened campaign looks like to people: the report that a school prints, and its summary in the terminal.
 * Nothing is computed here; every number comes from {@link org.xinheng.screening.CampaignResult}, small cells suppressed.
 */
@NullMarked
package org.xinheng.app.report;

import org.jspecify.annotations.NullMarked;
