namespace RnnGrader.Web.Demo;

/// <summary>A student of the demo course, and how they work. All of it follows from their number, so that what was begun is gone on with alike.</summary>
/// <param name="Number">Their number.</param>
/// <param name="Name">Their name.</param>
internal sealed record DemoStudent(int Number, string Name)
{
    private const int Undergraduates = 20;

    private static readonly string[] Names =
    [
        "Aaliyah Brooks", "Adrián Ortega", "Amélie Laurent", "Anh Nguyen", "Benedikt Krüger", "Chiara Moretti", "Chidi Okafor", "Daniel Weiss", "Elif Yılmaz", "Emma Lindqvist",
        "Farid Haddad", "Grace Kim", "Hiroshi Tanaka", "Ingrid Sørensen", "Jakub Nowak", "Katarzyna Zielińska", "Liam O'Connor", "Lucía Fernández", "Mei Chen", "Mateus Silva",
        "Noor Rahman", "Oleksandr Kovalenko", "Priya Raman", "Quentin Dubois", "Rosa Jiménez", "Samuel Adeyemi", "Sofia Papadopoulou", "Tomáš Dvořák", "Wren Hughes", "Yusuf Demir",
    ];

    /// <summary>The thirty.</summary>
    public static IReadOnlyList<DemoStudent> All { get; } = [.. Names.Select((name, number) => new DemoStudent(number, name))];

    public string Email => $"student{Number + 1:D2}{DemoCourse.Domain}";

    public string Group => Number < Undergraduates ? DemoCourse.Undergraduate : DemoCourse.Graduate;

    /// <summary>Share of attempts without a mistake, at first.</summary>
    public double Care => 0.2 + (Draw(1) * 0.65);

    /// <summary>Share of the exercises that they get round to.</summary>
    public double Diligence => 0.6 + (0.4 * Math.Sqrt(Draw(2)));

    /// <summary>Which of the slips that an exercise offers is theirs.</summary>
    public int Habit => (int)(Draw(3) * 1000);

#pragma warning disable RS0030 // Only what exercises draw must be the same on every version of .NET; invented work need not be.
    /// <summary>Chance at one exercise.</summary>
    public Random At(int exercise) => new((Number * 1009) + exercise);

    private double Draw(int which) => new Random((Number * 7919) + which).NextDouble();
#pragma warning restore RS0030
}
