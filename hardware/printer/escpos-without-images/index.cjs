// escpos asks for this package when it is loaded, to read image files. The real one brings `request` and other
// packages with known faults; Đến Lượt draws its tickets itself and never hands escpos an image file.
module.exports = function getPixels(_source, type, callback) {
  const answer = typeof type === 'function' ? type : callback;
  answer(new Error('image files are not read by escpos here: hardware/printer draws tickets itself'));
};
