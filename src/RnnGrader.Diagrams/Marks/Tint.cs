namespace RnnGrader.Diagrams.Marks;

/// <summary>A shade that goes with what a tensor is for; a weight has that of what it reads. Never the only sign of anything.</summary>
internal enum Tint
{
    Other,
    Input,
    State,
    Output,
}
