namespace RnnGrader.Web.Gradebook;

/// <summary>Which columns a file has, and in which order.</summary>
internal enum GradebookLayout
{
    /// <summary>For spreadsheets.</summary>
    Plain,

    /// <summary>What Canvas' gradebook imports.</summary>
    Canvas,

    /// <summary>What Moodle's 'CSV file' import of grades maps.</summary>
    Moodle,
}
