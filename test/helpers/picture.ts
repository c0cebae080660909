/** A moving picture without a camera. */
export const picture = (): MediaStream => {
  const canvas = document.createElement('canvas');
  const paint = canvas.getContext('2d')!;
  const draw = (time: number): void => {
    paint.fillStyle = `hsl(${time % 360} 50% 50%)`;
    paint.fillRect(0, 0, canvas.width, canvas.height);
    requestAnimationFrame(draw);
  };
  draw(0);
  return canvas.captureStream(20);
};
