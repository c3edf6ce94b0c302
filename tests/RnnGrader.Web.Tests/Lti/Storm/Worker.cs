using System.Text.Json.Nodes;
using RnnGrader.Web.Tests.House;
using RnnGrader.Web.Tests.Lti.Platform;

namespace RnnGrader.Web.Tests.Lti.Storm;

/// <summary>A student, what they have submitted and what it counts.</summary>
internal sealed class Worker : IDisposable
{
    private readonly LmsRoom room;
    private readonly string instance;
    private readonly JsonObject solution;
    private readonly List<(string Submission, double Counted)> work = [];

    private Worker(LmsRoom room, Pupil pupil, string instance, JsonObject solution) => (this.room, Pupil, this.instance, this.solution) = (room, pupil, instance, solution);

    public Pupil Pupil { get; }

    /// <summary>What the platform must hold in the end.</summary>
    public double Best => work.Max(w => w.Counted);

    public static async Task<Worker> ComeAsync(LmsRoom room, string user)
    {
        var pupil = await room.StudentAsync(user);
        var instance = (string)(await pupil.PostAsync($"/assignments/{room.AssignmentId}/items/{room.Assignment["items"]![0]!["id"]}/instance", "{}"))["id"]!;
        return new(room, pupil, instance, Json.Answers(await room.Instructor.GetAsync($"/instances/{instance}/solution")));
    }

    /// <summary>Answers, so many of the five cells rightly.</summary>
    public async Task SubmitAsync(int right)
    {
        var submission = await MortalService.SendAsync(Pupil, $"/instances/{instance}/submissions", new() { ["answers"] = LmsRoom.Cut(solution, right) });
        Assert.Equal(right / 5.0, (double)submission["score"]!, 9);
        work.Add(((string)submission["id"]!, right / 5.0));
    }

    /// <summary>The instructor sets what a submission counts.</summary>
    public async Task MarkAsync(int attempt, double score)
    {
        await MortalService.SendAsync(room.Instructor, $"/submissions/{work[attempt].Submission}/override", new() { ["score"] = score, ["reason"] = "seen in person" });
        work[attempt] = (work[attempt].Submission, score);
    }

    public void Dispose() => Pupil.Dispose();
}
