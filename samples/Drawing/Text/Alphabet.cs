namespace JaxNet.Samples.Drawing.Text;

/// <summary>A hand-made typeface for captions: each character is the way of a pen (see <see cref="Pen"/>).</summary>
/// <remarks>
/// Heights: 0 is the top of a capital letter, 6 the top of a small one, 20 the base line, 26 the end of a descender.
/// The number before a way is its width.
/// </remarks>
internal static class Alphabet
{
    private static readonly Dictionary<char, Glyph> Glyphs = Read("""
        0 12 M 0 7 A 6 6.5 6 6.5 180 360 L 12 13.5 A 6 13.5 6 6.5 0 180 L 0 6.5
        1 12 M 2.5 4.5 L 7.5 0 L 7.5 20
        2 12 A 6 5.8 5.6 5.8 190 397 L 0.3 20 L 12 20
        3 12 A 5.8 4.9 5.2 4.9 200 450 A 5.8 14.8 6 5.2 270 525
        4 12 M 9 20 L 9 0 L 0 14.5 L 12.5 14.5
        5 12 M 11 0 L 2.2 0 L 1.3 9.3 A 5.8 13.5 6 6.5 222 520
        6 12 O 6 13.8 6 6.2 M 0 13.8 C 0 8 3.5 2.5 9.3 0
        7 12 M 0 0 L 12 0 L 4.2 20
        8 12 O 6 4.8 5.1 4.8 O 6 14.8 6 5.2
        9 12 O 6 6.2 6 6.2 M 12 6.2 C 12 12 8.5 17.5 2.7 20
        A 15 M 0 20 L 7.5 0 L 15 20 M 2.7 13.5 L 12.3 13.5
        B 12 M 6.5 9.6 L 0 9.6 M 0 0 L 6.5 0 A 6.5 4.8 4.8 4.8 270 450 A 6.3 14.8 5.7 5.2 270 450 L 0 20 L 0 0
        C 14 A 8 10 8 10 312 48
        D 13.5 M 0 0 L 5 0 A 5 10 8.5 10 270 450 L 0 20 L 0 0
        E 11 M 11 0 L 0 0 L 0 20 L 11 20 M 0 9.6 L 9.5 9.6
        F 10.5 M 10.5 0 L 0 0 L 0 20 M 0 9.6 L 9 9.6
        G 15 A 8 10 8 10 312 3 L 9 10.6
        H 13.5 M 0 0 L 0 20 M 13.5 0 L 13.5 20 M 0 9.7 L 13.5 9.7
        I 0 M 0 0 L 0 20
        J 8.5 M 8.5 0 L 8.5 14.2 A 4.2 14.2 4.3 5.8 0 165
        K 12.5 M 0 0 L 0 20 M 12 0 L 0 12.2 M 4.6 7.6 L 12.5 20
        L 10 M 0 0 L 0 20 L 10 20
        M 16.5 M 0 20 L 0 0 L 8.25 13.5 L 16.5 0 L 16.5 20
        N 13.5 M 0 20 L 0 0 L 13.5 20 L 13.5 0
        O 16 O 8 10 8 10
        P 12 M 0 20 L 0 0 L 6.5 0 A 6.5 5.5 5.5 5.5 270 450 L 0 11
        Q 16 O 8 10 8 10 M 10 14.5 L 15.5 21
        R 12 M 0 20 L 0 0 L 6.5 0 A 6.5 5.4 5.5 5.4 270 450 L 0 10.8 M 6.2 10.8 L 12.2 20
        S 12 A 6 5 5.3 5 330 90 A 6 15 5.9 5 270 515
        T 13 M 0 0 L 13 0 M 6.5 0 L 6.5 20
        U 13 M 0 0 L 0 13.5 A 6.5 13.5 6.5 6.5 180 0 L 13 0
        V 14.5 M 0 0 L 7.25 20 L 14.5 0
        W 20 M 0 0 L 5 20 L 10 2 L 15 20 L 20 0
        X 13 M 0 0 L 13 20 M 13 0 L 0 20
        Y 13 M 0 0 L 6.5 10.5 L 13 0 M 6.5 10.5 L 6.5 20
        Z 12.5 M 0 0 L 12.5 0 L 0 20 L 12.5 20
        a 11 O 5.5 13 5.5 7 M 11 6 L 11 20
        b 11 O 5.5 13 5.5 7 M 0 0 L 0 20
        c 9.5 A 5.7 13 5.7 7 312 48
        d 11 O 5.5 13 5.5 7 M 11 0 L 11 20
        e 11.2 M 0.2 13 L 11.2 13 A 5.7 13 5.6 7 0 -318
        f 7 M 3 20 L 3 4.5 A 7.2 4.5 4.2 4.5 180 268 M 0 6.6 L 7 6.6
        g 11 O 5.5 13 5.5 7 M 11 6 L 11 21 A 5.5 21 5.5 5.3 0 150
        h 10 M 0 0 L 0 20 M 0 12 A 5 12 5 6 180 360 L 10 20
        i 0 M 0 6 L 0 20 D 0 0.8
        j 3.5 M 3.5 6 L 3.5 22.5 A 0 22.5 3.5 3.7 0 90 D 3.5 0.8
        k 9.5 M 0 0 L 0 20 M 9 6 L 0 14.6 M 3.6 11.2 L 9.7 20
        l 2.4 M 0 0 L 0 17.2 A 2.8 17.2 2.8 2.8 180 98
        m 17 M 0 6 L 0 20 M 0 11.6 A 4.25 11.6 4.25 5.6 180 360 L 8.5 20 M 8.5 11.6 A 12.75 11.6 4.25 5.6 180 360 L 17 20
        n 10 M 0 6 L 0 20 M 0 12 A 5 12 5 6 180 360 L 10 20
        o 11.6 O 5.8 13 5.8 7
        p 11 O 5.5 13 5.5 7 M 0 6 L 0 26
        q 11 O 5.5 13 5.5 7 M 11 6 L 11 26
        r 6.5 M 0 6 L 0 20 M 0 12 A 5.2 12 5.2 6 180 288
        s 9 A 4.5 9.5 4.1 3.5 332 90 A 4.5 16.5 4.5 3.5 270 508
        t 7.2 M 3 1.5 L 3 15.8 A 7.2 15.8 4.2 4.2 180 92 M 0 6.6 L 7 6.6
        u 10 M 0 6 L 0 14 A 5 14 5 6 180 0 M 10 6 L 10 20
        v 10.5 M 0 6 L 5.25 20 L 10.5 6
        w 16 M 0 6 L 4 20 L 8 7.2 L 12 20 L 16 6
        x 10 M 0 6 L 10 20 M 10 6 L 0 20
        y 10.5 M 0 6 L 5.4 19.6 M 10.5 6 L 5 20.6 C 3.6 24.4 2.6 26 0 26
        z 9.5 M 0 6 L 9.5 6 L 0 20 L 9.5 20
        . 0 D 0 19.6
        , 1 M 0.8 19 L -0.8 23.5
        : 0 D 0 8.5 D 0 19.6
        ; 1 D 0.6 8.5 M 0.8 19 L -0.8 23.5
        ! 0 M 0 0 L 0 13.5 D 0 19.6
        ? 9.5 A 4.75 4.7 4.7 4.7 190 405 C 6 10 4.75 10.5 4.75 14 D 4.75 19.6
        ' 0 M 0 0 L 0 5
        " 4 M 0 0 L 0 5 M 4 0 L 4 5
        ` 3 M 0 0 L 3 3.5
        - 6.5 M 0 12.5 L 6.5 12.5
        – 11 M 0 12.5 L 11 12.5
        _ 12 M 0 23 L 12 23
        + 12 M 0 12 L 12 12 M 6 6 L 6 18
        = 12 M 0 9 L 12 9 M 0 15 L 12 15
        × 9 M 0 7.5 L 9 16.5 M 9 7.5 L 0 16.5
        * 8 M 4 0 L 4 9 M 0.1 2.25 L 7.9 6.75 M 7.9 2.25 L 0.1 6.75
        / 8 M 0 22.5 L 8 -1.5
        \ 8 M 0 -1.5 L 8 22.5
        | 0 M 0 -2 L 0 24
        % 17 O 3.6 4.6 3.6 4.6 O 13.4 15.4 3.6 4.6 M 13.2 0 L 3.8 20
        ( 4.5 M 4.5 -2 C -1.5 5 -1.5 17 4.5 24
        ) 4.5 M 0 -2 C 6 5 6 17 0 24
        [ 4.5 M 4.5 -2 L 0 -2 L 0 24 L 4.5 24
        ] 4.5 M 0 -2 L 4.5 -2 L 4.5 24 L 0 24
        { 6 M 6 -2 C 0 -2 6 11 0 11 C 6 11 0 24 6 24
        } 6 M 0 -2 C 6 -2 0 11 6 11 C 0 11 6 24 0 24
        < 10 M 10 6 L 0 12 L 10 18
        > 10 M 0 6 L 10 12 L 0 18
        ^ 9 M 0 6.5 L 4.5 0 L 9 6.5
        ~ 12 M 0 13.5 C 3 8.5 8.5 16.5 12 11
        # 14 M 4.5 1 L 2.5 19 M 11.5 1 L 9.5 19 M 0.7 7 L 14 7 M 0 13 L 13.3 13
        $ 12 A 6 5.8 5.2 4.3 330 90 A 6 14.5 5.8 4.4 270 515 M 6 -2 L 6 22
        & 14 M 14 20 L 3.2 6.8 A 6 4.2 4 4.2 150 372 C 9.6 8.5 0.2 9.5 0.2 14.8 A 5.6 14.8 5.4 5.2 180 30 L 13.6 9.5
        @ 19 O 9.5 11.5 3.8 4.2 M 13.3 7.5 L 13.3 13.5 A 16.1 13.5 2.8 2.3 180 0 L 19 11 A 9.5 11 9.5 10.5 0 -305
        · 0 D 0 12
        → 15 M 0 12 L 15 12 M 10 7 L 15 12 L 10 17
        """);

    /// <summary>The glyph of a character; a box stands for a character that hasn't got one.</summary>
    public static Glyph For(char character) => Glyphs.GetValueOrDefault(character, Unknown);

    private static readonly Glyph Unknown = new(9, Pen.Follow("M 0 0 L 9 0 L 9 20 L 0 20 L 0 0"));

    private static Dictionary<char, Glyph> Read(string table) => table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Trim().Split(' ', 3))
        .ToDictionary(line => line[0][0], line => new Glyph(double.Parse(line[1], System.Globalization.CultureInfo.InvariantCulture), Pen.Follow(line[2])));
}
