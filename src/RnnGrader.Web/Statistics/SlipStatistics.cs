namespace RnnGrader.Web.Statistics;

/// <summary>How often something went wrong in one way.</summary>
/// <param name="Slip">Name of the slip.</param>
/// <param name="Students">How many students made it.</param>
/// <param name="Times">In how many submissions; in several cells of one it is made once.</param>
internal sealed record SlipStatistics(string Slip, int Students, int Times);
