/** Interface texts of the drawings in the lessons' prose, in English. `{name}` is filled in. */
export const xrayDrawingEn = {
  drawingModules: 'Drawing: the modules of a run',
  drawingClasses: 'Drawing: the classes of a run',
  drawingCheck: 'Drawing: a check, hop by hop',
  drawingInWords: 'The same in words',
  drawnFromStart: 'Drawn from a run of the program as the lab gives it.',
  drawnFromSolution: 'Drawn from a run of the mended program.',
}
