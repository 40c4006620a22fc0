namespace JaxNet.Generators.Model;

/// <summary>A piece of a body: the user's text, or something that Init and Apply each put in its place.</summary>
internal abstract record Piece;

/// <summary>The user's own text.</summary>
internal sealed record TextPiece(string Text) : Piece;

/// <summary><c>Parameter(shape, init, name)</c>.</summary>
/// <param name="Member">Which member it is.</param>
/// <param name="TypeArguments">The type arguments with their brackets, if they are written.</param>
/// <param name="Arguments">All arguments, for Init.</param>
/// <param name="Checked">Those arguments that Apply keeps: the shape to be checked, and an initializer that has an effect.</param>
/// <param name="IsTree">Whether it is a tree, of which no shape can be checked.</param>
/// <param name="NeedsParentheses">Whether an assignment in its place needs parentheses.</param>
internal sealed record ParameterPiece(
    int Member, string TypeArguments, EquatableArray<Piece> Arguments, EquatableArray<Piece> Checked, bool IsTree, bool NeedsParentheses) : Piece;

/// <summary><c>State(initial, name)</c>.</summary>
/// <param name="State">Which value it is.</param>
/// <param name="TypeArguments">The type arguments with their brackets, if they are written.</param>
/// <param name="Initial">What it starts with.</param>
internal sealed record StatePiece(int State, string TypeArguments, EquatableArray<Piece> Initial) : Piece;

/// <summary>A template called in place: <c>Dense(x, 10)</c>.</summary>
/// <param name="Qualifier">What the user wrote before the template's name: empty, or <c>Layers.</c>.</param>
/// <param name="HasTypeArguments">Whether the user wrote type arguments, which what is passed may not tell.</param>
/// <param name="Arguments">The arguments, without parentheses.</param>
internal sealed record CallPiece(int Member, string Qualifier, bool HasTypeArguments, EquatableArray<Piece> Arguments) : Piece
{
    /// <summary>Whether it stands in an interpolated string, in which a colon begins a format.</summary>
    public bool IsInText { get; init; }
}

/// <summary>A module in a variable called, or a layer that the template is given: <c>d(x)</c>.</summary>
/// <param name="InputCount">How many inputs it has.</param>
/// <param name="IsInTree">Whether it stands in an expression tree, where optional arguments must be written.</param>
internal sealed record ModuleCallPiece(int Member, string Variable, int InputCount, EquatableArray<Piece> Arguments, bool IsInTree) : Piece;

/// <summary>A module, or a layer that the template is given, where it becomes a value: in a list, in a condition, as an argument.</summary>
/// <param name="Member">Its member.</param>
/// <param name="Method">The scope's method that makes a function of it.</param>
/// <param name="Module">The module.</param>
/// <param name="IsInTree">Whether it stands in an expression tree, where optional arguments must be written.</param>
internal sealed record BindPiece(int Member, string Method, EquatableArray<Piece> Module, bool IsInTree) : Piece;

/// <summary><c>Scan(cell, carry, inputs)</c>.</summary>
/// <param name="Member">The cell's member; null if the cell is a function.</param>
internal sealed record ScanPiece(int? Member, EquatableArray<Piece> Arguments) : Piece;

/// <summary><c>RandomKey()</c>.</summary>
internal sealed record KeyPiece : Piece;

/// <summary><c>CurrentMode</c>.</summary>
internal sealed record ModePiece : Piece;

/// <summary>The template's layers where they are gone through or called.</summary>
/// <param name="Name">The hyperparameter's name.</param>
/// <param name="AsValue">Whether they are an array of functions, and nobody can tell where these are called.</param>
internal sealed record LayersPiece(string Name, bool AsValue = false) : Piece;

/// <summary>Layers by name that the template is given, as functions that know their parameters.</summary>
/// <param name="IsInTree">Whether they stand in an expression tree, where optional arguments must be written.</param>
internal sealed record NamedLayersPiece(int Member, string Name, bool IsInTree) : Piece;

/// <summary>Nothing to be written, but a place where a debugger can stop: what follows must map to this place in the source.</summary>
/// <param name="Span">The place, its lines counted from the template's first line.</param>
/// <param name="IsChanged">Whether the text of that place is another one in generated code.</param>
internal sealed record MarkPiece(SourceSpan Span, bool IsChanged) : Piece;

/// <summary>One statement of a body, or its expression if it has no block.</summary>
/// <param name="Start">Where a debugger stops first in it.</param>
internal sealed record Statement(MarkPiece Start, EquatableArray<Piece> Pieces);

/// <summary>A span of source text; lines and columns count from 0.</summary>
internal readonly record struct SourceSpan(int StartLine, int StartColumn, int EndLine, int EndColumn);
