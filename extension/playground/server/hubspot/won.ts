/** What HubSpot sets when a deal is moved to the stage "closed won". */
export const won = (at: Date) => ({
  hs_is_closed: 'true',
  hs_is_closed_won: 'true',
  closedate: at.toISOString(),
});
