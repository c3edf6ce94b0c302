using RnnGrader.Engine.Worksheets;
using RnnGrader.Storage;

namespace RnnGrader.Web.Instances;

/// <summary>An instance and its worksheet, read.</summary>
internal sealed record DrawnInstance(Instance Row, Worksheet Sheet);
