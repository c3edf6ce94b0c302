using RnnGrader.Engine;
using RnnGrader.Storage;

namespace RnnGrader.Web.Instances;

/// <summary>An instance and its worksheet, read.</summary>
sealed record DrawnInstance(Instance Row, Worksheet Sheet);
